import { formatDateTime } from '../i18n/format.ts';

/** A moment (ISO with zone) in the reader's own time; the full moment is in the title. */
export function DateTime({
  value,
  precision = 'minute',
}: {
  value: string | null | undefined;
  precision?: 'minute' | 'second' | 'day' | 'time';
}) {
  if (value === null || value === undefined) {
    return null;
  }
  return (
    <time dateTime={value} title={formatDateTime(value, 'second')}>
      {formatDateTime(value, precision)}
    </time>
  );
}
