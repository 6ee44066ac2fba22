import type { ProblemError } from '../../api/problem-error.ts';
import { sayCode } from '../../i18n/say-code.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** The words for what is wrong with one field of the form, by its path in the body. */
export function useFaults(problem: ProblemError | null): (path: string) => string | null {
  const { t } = useTranslation();
  return (path) => {
    const fault = problem?.errors.find((error) => error.path === path);
    return fault === undefined ? null : sayCode(t, 'problem.field', fault.code, 'problem.field.unknown');
  };
}
