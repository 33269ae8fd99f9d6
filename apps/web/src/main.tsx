import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n/i18n.ts';
import { AppRoutes } from './routes.tsx';
import './ui/base.css';

startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <AppRoutes />
  </StrictMode>,
);
