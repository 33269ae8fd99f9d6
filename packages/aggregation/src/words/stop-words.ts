/** Words that join others and say nothing by themselves, in French and English, without accents. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `le la les l un une des du de d et ou a au aux en dans sur sous par pour avec sans ce cet cette ces que qui quoi dont ne pas
   plus se sa son ses leur leurs nous vous ils elles il elle on est sont etre avoir ont y c qu s n m t j mais si comme tout tous
   toute toutes faire fait doit doivent faut peut peuvent entre lors afin ainsi aussi meme chaque
   the an of to in at by for from with without and or nor but as is are be been being was were this that these those it its
   they them their there we our us you your he she his her not no do does did have has had will would should shall must can
   could may might than then so into about over under between each every all any some such also more most who whom which what
   when where how`.split(/\s+/u),
);
