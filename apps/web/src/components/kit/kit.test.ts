import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../..');
const styles = join(src, '../node_modules/@mantine/core/styles');
const kit = readFileSync(join(src, 'components/kit/kit.ts'), 'utf8');

/** Components of the kit whose styles stand in another component's file. */
const within: Record<string, string> = {
  TextInput: 'Input',
  Textarea: 'Input',
  NativeSelect: 'Input',
  Select: 'Combobox',
  MultiSelect: 'Combobox',
  Autocomplete: 'Combobox',
};

describe('the styles of the kit', () => {
  it('are there for every component in use, which would look broken and throw nothing', () => {
    const missing = [...usedComponents()].filter(
      (name) => existsSync(join(styles, `${name}.css`)) && !kit.includes(`/${name}.css'`),
    );
    expect(missing).toEqual([]);
  });

  it('come only with parts that load it when it is first seen', () => {
    const direct = globSync('**/*.{ts,tsx}', { cwd: src }).filter(
      (file) => !file.startsWith('components/kit/') && readFileSync(join(src, file), 'utf8').includes("from '@mantine"),
    );
    expect(direct).toEqual([]);
  });
});

function usedComponents(): Set<string> {
  const files = globSync('**/*.{ts,tsx}', { cwd: src });
  const imports = files.flatMap((file) => [
    ...readFileSync(join(src, file), 'utf8').matchAll(/import \{([^}]+)\} from '@mantine\/core'/g),
  ]);
  const names = imports.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return new Set(names.flatMap((name) => [name, within[name] ?? name]));
}
