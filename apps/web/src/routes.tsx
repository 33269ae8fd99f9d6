import { lazy, Suspense, useEffect } from 'react';
import { NavigationType, Route, Routes, useLocation, useNavigationType } from 'react-router';
import { HomePage } from './pages/home-page.tsx';
import { JoinPage } from './pages/join-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { SummitPage } from './pages/summit-page.tsx';
import { Crash } from './ui/crash.tsx';
import { Page } from './ui/page.tsx';
import { Loading } from './ui/states.tsx';

// What a participant meets first is loaded at once; the editor and the organiser's pages when they are opened.
const GroupPage = lazy(async () => ({ default: (await import('./pages/group-page.tsx')).GroupPage }));
const ReviewPage = lazy(async () => ({ default: (await import('./pages/review-page.tsx')).ReviewPage }));
const OrganisePage = lazy(async () => ({
  default: (await import('./pages/organise-page.tsx')).OrganisePage,
}));
const ReportPage = lazy(async () => ({ default: (await import('./pages/report-page.tsx')).ReportPage }));

/** Every address of the application. */
export function AppRoutes() {
  useStartOfPage();
  return (
    <Crash>
      <Suspense
        fallback={
          <Page title="">
            <Loading />
          </Page>
        }
      >
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/join/:code" element={<JoinPage />} />
          <Route path="/s/:summit" element={<SummitPage />} />
          <Route path="/s/:summit/g/:group" element={<GroupPage />} />
          <Route path="/s/:summit/g/:group/review" element={<ReviewPage />} />
          <Route path="/s/:summit/organise" element={<OrganisePage />} />
          <Route path="/s/:summit/report" element={<ReportPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Crash>
  );
}

/** A link leads to the start of a page, for eyes and for screen readers; going back leads to where one was. */
function useStartOfPage(): void {
  const { key } = useLocation();
  const back = useNavigationType() === NavigationType.Pop;
  useEffect(() => {
    if (key === FIRST || back) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [back, key]);
}

/** What the router calls the page one came in by. */
const FIRST = 'default';
