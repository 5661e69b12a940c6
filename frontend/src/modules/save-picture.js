// A picture of a page as a PNG, with what it shows written above and where and when it was taken below.
import { language } from "./texts.js";

export const FOOT = 52;

export function saved(canvas, name) {
  canvas.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name}-${new Date().toISOString().slice(0, 10)}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

// Two lines at `top`: what it shows, and its address with the day.
export function signed(context, words, top, colours) {
  const font = getComputedStyle(document.body).fontFamily;
  context.textBaseline = "middle";
  context.fillStyle = colours.ink;
  context.font = `650 13px ${font}`;
  context.fillText(words, 12, top + 18);
  context.fillStyle = colours.muted;
  context.font = `12px ${font}`;
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date());
  context.fillText(`${location.origin}${location.pathname} · ${day}`, 12, top + 38);
}
