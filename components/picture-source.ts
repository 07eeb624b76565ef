import { createContext, useContext } from 'react';

/** Where components get the bytes of pictures from. */
export interface PictureSource {
  readonly thumbnail: (pictureId: string) => Promise<Blob | undefined>;
  readonly original: (pictureId: string) => Promise<Blob | undefined>;
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

export const PictureSourceContext = createContext<PictureSource>({ thumbnail: nothing, original: nothing });

export function usePictureSource(): PictureSource {
  return useContext(PictureSourceContext);
}
