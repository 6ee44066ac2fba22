import type { ComponentProps } from 'react';
import type { Pick } from '../../components/pick-combobox.tsx';
import { PickCombobox } from '../../components/pick-combobox.tsx';

export interface Party extends Pick {
  taxId: string | null;
}

/** How a party is looked up, and what is done with the one picked. */
export interface PartySearch {
  search: (text: string, signal: AbortSignal) => Promise<readonly Party[]>;
  onPick: (party: Party) => void;
  placeholder?: string;
}

type PartyInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onSelect'> & {
  value: string;
  party: PartySearch;
  onText: (text: string) => void;
};

/** The name of a buyer or seller: free text with the master data below, so that a name nobody knows can still be entered. */
export function PartyInput({ party, onText, ...input }: PartyInputProps) {
  return (
    <PickCombobox<Party>
      {...input}
      spellCheck={false}
      placeholder={party.placeholder}
      onChange={onText}
      search={party.search}
      onPick={party.onPick}
    />
  );
}
