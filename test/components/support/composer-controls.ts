import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { namesOf } from './accessible-names';

/** A list to choose from, by its label. */
export function choiceBox(control: string): HTMLElement {
  return screen.getByRole('combobox', { name: control });
}

/** Chooses by what a person reads. */
export async function choose(control: string, option: string): Promise<void> {
  await userEvent.selectOptions(choiceBox(control), option);
}

/** What is chosen there, as a person reads it. */
export function chosenIn(control: string): string | undefined {
  const box = choiceBox(control);
  return box instanceof HTMLSelectElement ? box.selectedOptions[0]?.textContent : undefined;
}

/** What can be chosen there, in order. */
export function optionsOf(control: string): readonly string[] {
  return namesOf('option', choiceBox(control));
}

/** Models that the server lists, in order: those that stand in no group. */
export function listedModels(): readonly string[] {
  return Array.from(choiceBox('Model').children)
    .filter((child) => child instanceof HTMLOptionElement)
    .map(({ value }) => value.trim())
    .filter((id) => id !== '');
}

/** Opens the folded part, and waits until it is drawn. */
export async function unfold(): Promise<void> {
  await userEvent.click(screen.getByText('More settings'));
  await screen.findByRole('textbox', { name: 'User id' });
}
