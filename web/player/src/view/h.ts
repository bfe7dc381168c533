/** Attributes and listeners of an element that is being made. */
export interface Properties {
  readonly class?: string;
  readonly part?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onclick?: () => void;
}

/** Makes an element. Text is set as text, so nothing from outside is ever read as markup. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (properties.class) element.className = properties.class;
  if (properties.part) element.setAttribute('part', properties.part);
  if (properties.text !== undefined) element.textContent = properties.text;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) element.setAttribute(name, value);
  if (properties.onclick) element.addEventListener('click', properties.onclick);
  element.append(...children);
  return element;
};
