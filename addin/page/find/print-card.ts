/** One part of the page handed to the browser's printer: nothing else is printed then. */
const CLASS = 'printed-card';

const STYLE = `@media screen { .${CLASS} { display: none } }
@page { size: A4; margin: 15mm 18mm }
@media print {
  html, body { background: none !important; margin: 0 }
  body > :not(.${CLASS}) { display: none !important }
  .${CLASS} { font-family: 'SimSun', 'Songti SC', serif; font-size: 10pt; line-height: 1.35; color: black }
  .${CLASS} * { color: black !important; background: none !important; box-shadow: none !important }
  .${CLASS} * { font-family: inherit !important; font-size: inherit !important; line-height: inherit !important }
  .${CLASS} h2 { font-size: 15pt !important }
  .${CLASS} h3 { font-size: 11pt !important }
  .${CLASS} li, .${CLASS} dd, .${CLASS} dt { margin: 0 }
  .${CLASS} td, .${CLASS} th { border: 0.5pt solid black !important }
  .${CLASS} tr, .${CLASS} li { break-inside: avoid }
}`;

export function printCard(part: HTMLElement): void {
  const place = document.createElement('div');
  place.className = CLASS;
  const style = document.createElement('style');
  style.textContent = STYLE;
  place.append(style, part.cloneNode(true));
  document.body.append(place);
  window.addEventListener(
    'afterprint',
    () => {
      place.remove();
    },
    { once: true },
  );
  window.print();
}
