import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n/i18n.ts';
import { keepShell } from './offline/keep-shell.ts';
import { announceNewVersion } from './ui/new-version.tsx';
import { AppRoutes } from './routes.tsx';
import './ui/base.css';

startI18n();
keepShell(announceNewVersion);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <AppRoutes />
  </StrictMode>,
);
