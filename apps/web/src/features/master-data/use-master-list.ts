import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Place } from '../../app/paths.ts';
import { usePath } from '../../app/paths.ts';
import type { MasterFilters } from './master-data-queries.ts';

/** Which row of a list is open stands in the path, `new` for one to be made; what it is narrowed to in the query. */
export function useMasterList(list: Place, one: Place) {
  const { id = null } = useParams();
  const [search, setSearch] = useSearchParams();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const path = usePath();
  const filters: MasterFilters = {
    q: search.get('q') ?? '',
    active: search.get('active') ?? 'true',
    groupId: search.get('group') ?? '',
  };
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '' && name !== 'active') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return {
    filters,
    put,
    openedId: id,
    open: (wanted: string) => void navigate(`${path(one, { id: wanted })}${query}`),
    close: () => void navigate(`${path(list)}${query}`),
  };
}
