/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** WCAG's least contrast for text of a usual size. */
const least = 4.5;

/**
 * Elements whose text has too little contrast with what lies behind it. It looks at one colour behind the middle of the
 * text, so it can tell for words in drawings and for single signs, about which axe-core keeps silent.
 *
 * @param selectors of the elements, as axe-core names them
 */
export async function contrastFaults(page: Page, selectors: readonly string[]): Promise<string[]> {
  const contrasts = await page.evaluate(measureContrasts, selectors);
  return contrasts.flatMap(({ selector, colour, behind, contrast }) =>
    contrast >= least ? [] : [`contrast ${contrast.toFixed(2)} (${colour} on ${behind}) at ${selector}`],
  );
}

interface Contrast {
  readonly selector: string;
  readonly colour: string;
  readonly behind: string;
  /** From 1 to 21; 0 where it cannot be told. */
  readonly contrast: number;
}

/** Runs in the page. */
function measureContrasts(selectors: readonly string[]): Contrast[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (canvas === null) throw new Error('There is no canvas to read colours with.');
  // A canvas knows every way that CSS has to write a colour.
  const channelsOf = (colour: string): number[] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const isOpaque = (colour: string): boolean => channelsOf(colour)[3] === 255;
  const luminanceOf = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const surfaceOf = (element: Element): string => {
    const { fill, backgroundColor } = getComputedStyle(element);
    const isShape = element instanceof SVGGeometryElement;
    return isShape ? (fill === 'none' ? 'transparent' : fill) : backgroundColor;
  };
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    element?.scrollIntoView({ block: 'center', inline: 'center' });
    const box = element?.getBoundingClientRect();
    if (element === null || box === undefined) return { selector, colour: '', behind: '', contrast: 0 };
    const stack = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const surfaces = stack
      .filter((one) => !(one instanceof SVGElement && one !== element && element.contains(one)))
      .map(surfaceOf);
    const behind = surfaces.find(isOpaque) ?? 'white';
    const { fill, color } = getComputedStyle(element);
    const colour = element instanceof SVGElement ? fill : color;
    const [darker = 0, lighter = 0] = [luminanceOf(colour), luminanceOf(behind)].sort((a, b) => a - b);
    return { selector, colour, behind, contrast: (lighter + 0.05) / (darker + 0.05) };
  });
}
