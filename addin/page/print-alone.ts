/** A part handed to the browser's printer: it stands in the page unseen while it prints, and nothing else of the page is printed then. */
const CLASS = 'printed-alone';

const ALONE = `@media screen { .${CLASS} { display: none } }
@media print {
  html, body { background: none !important; color-scheme: light !important; margin: 0 }
  body > :not(.${CLASS}) { display: none !important }
}`;

/**
 * Prints what `fill` puts into the place that it is given, and takes the place of what was being made ready before.
 * @param look styles of what is printed; `&` stands for the place
 * @param fill false where it has been told to stop: then nothing is printed
 */
export async function printAlone(
  look: string,
  fill: (place: HTMLElement) => boolean | Promise<boolean>,
): Promise<void> {
  removePlace();
  const place = document.createElement('div');
  place.className = CLASS;
  const style = document.createElement('style');
  style.textContent = `${ALONE}\n${look.replaceAll('&', `.${CLASS}`)}`;
  place.append(style);
  document.body.append(place);
  const isFilled = await fill(place);
  if (!isFilled) place.remove();
  if (!place.isConnected) return;
  window.addEventListener('afterprint', removePlace, { once: true });
  window.print();
}

function removePlace(): void {
  for (const old of document.querySelectorAll(`.${CLASS}`)) old.remove();
}
