import { useCallback, useEffect, useRef, useState } from 'react';
import styles from './html-frame.module.css';

interface HtmlFrameProps {
  /** A whole document, as the server's HTML format writes it. */
  readonly html: string;
  readonly title: string;
  /** Grows to the height of its content; otherwise it fills its place and scrolls, keeping its position. */
  readonly fit?: boolean;
}

/**
 * Shows a document inside the page without letting it do anything: the sandbox runs no script. The same origin is kept
 * only so that this page may measure and scroll it.
 */
export function HtmlFrame({ html, title, fit = false }: HtmlFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const [height, setHeight] = useState<number>();
  const onLoad = useCallback(() => {
    const content = frame.current?.contentDocument;
    const view = frame.current?.contentWindow;
    if (!content || !view) return;
    if (fit) {
      setHeight(content.documentElement.scrollHeight);
      return;
    }
    view.scrollTo(0, scrolled.current);
    view.addEventListener('scroll', () => {
      scrolled.current = view.scrollY;
    });
  }, [fit]);
  useEffect(() => {
    if (!fit) return undefined;
    window.addEventListener('resize', onLoad);
    return () => window.removeEventListener('resize', onLoad);
  }, [fit, onLoad]);
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin allow-popups"
      srcDoc={html}
      className={`${styles['frame']} ${fit ? styles['fit'] : styles['fill']}`}
      style={height === undefined ? undefined : { height }}
      onLoad={onLoad}
    />
  );
}
