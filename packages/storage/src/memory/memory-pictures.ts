import type { Picture, PictureOrigin, PictureStore, SummitStore } from '@plenary/programme';

/** The picture store that goes with the summits of a memory store. Bytes are copied in, as a database would. */
export function createMemoryPictures(summits: Pick<SummitStore, 'summitOfGroup'>): PictureStore {
  const pictures: { readonly picture: Picture; readonly origin: PictureOrigin }[] = [];
  const found = (summit: string, id: string): Picture | undefined =>
    pictures.find(({ picture, origin }) => origin.summit === summit && picture.id === id)?.picture;

  return {
    async addPicture(picture, origin, most) {
      if ((await summits.summitOfGroup(origin.group))?.id !== origin.summit)
        throw new Error(`There is no group ${origin.group} in summit ${origin.summit}.`);
      if (found(origin.summit, picture.id) !== undefined) return 'kept';
      if (pictures.filter((one) => one.origin.group === origin.group).length >= most) return 'full';
      pictures.push({ picture: { ...picture, bytes: picture.bytes.slice() }, origin });
      return 'kept';
    },
    async picture(summit, id) {
      return found(summit, id);
    },
    async pictureTypes(summit) {
      const own = pictures.filter(({ origin }) => origin.summit === summit);
      return new Map(own.map(({ picture: { id, type } }) => [id, type]));
    },
  };
}
