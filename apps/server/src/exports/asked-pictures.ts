import type { PictureSource } from '@plenary/operations';
import type { PictureAnswer, PictureQuestion } from './messages.ts';

/** The pictures of the server, seen from another thread: it asks for each that a report shows, and is answered in time. */
export interface AskedPictures extends PictureSource {
  answered(answer: PictureAnswer): void;
}

export function askedPictures(ask: (question: PictureQuestion) => void): AskedPictures {
  const waiting = new Map<number, (answer: PictureAnswer) => void>();
  let count = 0;
  const answerTo = async (question: Pick<PictureQuestion, 'summit' | 'picture'>): Promise<PictureAnswer> => {
    count += 1;
    const { promise, resolve } = Promise.withResolvers<PictureAnswer>();
    waiting.set(count, resolve);
    ask({ ...question, kind: 'picture', question: count });
    const answer = await promise;
    if (answer.failure !== undefined) throw new Error(answer.failure);
    return answer;
  };
  return {
    pictures: {
      pictureTypes: async (summit) => (await answerTo({ summit })).types ?? new Map(),
      picture: async (summit, picture) => (await answerTo({ summit, picture })).picture,
    },
    answered(answer) {
      waiting.get(answer.question)?.(answer);
      waiting.delete(answer.question);
    },
  };
}

/** Answers what the thread asks. Never rejects: a store that fails is told to the thread, which fails its job. */
export async function answerFor(
  { pictures }: PictureSource,
  { question, summit, picture }: PictureQuestion,
): Promise<PictureAnswer> {
  const answer = { kind: 'picture', question } as const;
  try {
    if (picture === undefined) return { ...answer, types: await pictures.pictureTypes(summit) };
    const found = await pictures.picture(summit, picture);
    return found === undefined ? answer : { ...answer, picture: found };
  } catch (error) {
    return { ...answer, failure: String(error) };
  }
}
