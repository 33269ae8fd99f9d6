import type { SummitView } from '@plenary/protocol';
import { useTranslation } from '../i18n/i18n.ts';
import { useParams } from 'wouter';
import { fetchSummit } from '../api/plenary-api.ts';
import { LIST_MS, useCalm } from '../api/use-calm.ts';
import { useResource } from '../api/use-resource.ts';
import { useSummitEvents } from '../api/use-summit-events.ts';
import { DayProgramme } from '../features/programme/day-programme.tsx';
import { MyGroups } from '../features/programme/my-groups.tsx';
import { OnThisDevice } from '../features/programme/on-this-device.tsx';
import { SummitHead } from '../features/programme/summit-head.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { SummitNav } from '../ui/summit-nav.tsx';

/** A summit's programme by day, with the state of every group. */
export function SummitPage() {
  const { t } = useTranslation();
  const { summit: slug = '' } = useParams();
  const { data, failure, kept, refetch } = useResource(
    slug,
    (signal) => fetchSummit(slug, signal),
    ({ id, me }) => ({ summit: id, person: me.id }),
  );
  useSummitEvents(data?.id, useCalm(refetch, LIST_MS));
  return (
    <Page title={data?.title ?? t('summit.programme')} bar={data && <SummitNav summit={data} />}>
      {data ? (
        <>
          {kept && <OnThisDevice summit={data} />}
          <Programme summit={data} />
        </>
      ) : failure ? (
        <Failure failure={failure} onRetry={refetch} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Programme({ summit }: { readonly summit: SummitView }) {
  return (
    <>
      <SummitHead summit={summit} />
      <MyGroups summit={summit} />
      {summit.days.map((day) => (
        <DayProgramme key={day.date} summit={summit} day={day} />
      ))}
    </>
  );
}
