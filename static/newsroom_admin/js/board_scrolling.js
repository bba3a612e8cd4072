// The page scrolls while a card is held at its upper or lower edge, the faster the nearer.

const EDGE = 80;
const FASTEST = 18; // pixels a frame

export function autoScroll(heightOf, scrolled) {
  let frame = 0;
  const step = () => {
    const y = heightOf();
    const pull = Math.max(0, EDGE - y) || Math.min(0, window.innerHeight - EDGE - y);
    if (pull) {
      window.scrollBy(0, -Math.sign(pull) * Math.ceil((Math.min(Math.abs(pull), EDGE) / EDGE) * FASTEST));
      scrolled();
    }
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return { stop: () => cancelAnimationFrame(frame) };
}
