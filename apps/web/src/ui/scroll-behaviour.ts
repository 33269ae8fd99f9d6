/** How to scroll for whoever reads: smoothly, or at once where they asked the device for calm. */
export function scrollBehaviour(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
