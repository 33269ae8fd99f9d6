import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
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
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/join/:code" component={JoinPage} />
          <Route path="/s/:summit" component={SummitPage} />
          <Route path="/s/:summit/g/:group" component={GroupPage} />
          <Route path="/s/:summit/g/:group/review" component={ReviewPage} />
          <Route path="/s/:summit/organise" component={OrganisePage} />
          <Route path="/s/:summit/report" component={ReportPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Crash>
  );
}

/** A link leads to the start of a page, for eyes and for screen readers; going back leads to where one was. */
function useStartOfPage(): void {
  const [path] = useLocation();
  const shown = useRef(path);
  const byLink = useRef(false);
  useEffect(() => {
    const onLink = () => {
      byLink.current = true;
    };
    const onHistory = () => {
      byLink.current = false;
    };
    // The router tells of its own navigation by an event of this name; a browser knows only the other.
    window.addEventListener('pushState', onLink);
    window.addEventListener('popstate', onHistory);
    return () => {
      window.removeEventListener('pushState', onLink);
      window.removeEventListener('popstate', onHistory);
    };
  }, []);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (!byLink.current) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
