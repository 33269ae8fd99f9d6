import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> {
  readonly look?: Look;
  readonly type?: 'button' | 'submit';
  /** Work is under way: the button stays where it is and cannot be pressed twice. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A button: `primary` for the one thing a page is for, `quiet` for what stands beside other controls. */
export function Button({
  look = 'plain',
  type = 'button',
  busy = false,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(look)}
      disabled={disabled}
      aria-disabled={busy || undefined}
      onClick={busy ? stop : rest.onClick}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly to: string;
  readonly look?: Look;
  readonly children: ReactNode;
}

/** A link to another page that looks like a button. */
export function ButtonLink({ to, look = 'plain', children }: ButtonLinkProps) {
  return (
    <Link to={to} className={classOf(look)}>
      {children}
    </Link>
  );
}

function classOf(look: Look): string {
  return `${styles['button']} ${styles[look]}`;
}

function stop(event: { preventDefault(): void }): void {
  event.preventDefault();
}
