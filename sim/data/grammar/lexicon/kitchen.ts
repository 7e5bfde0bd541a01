import type { TopicTable } from "../parse-lexicon.ts";

export const kitchen: TopicTable = {
  topic: "kitchen",
  nouns: `
    der koch köche | cook | person cook
    die suppe suppen | soup | food dish warm
    das brot - | bread | food baked
    die küche küchen | kitchen | place room @in/in >in/into
    der gast gäste | guest | person guest
    der kuchen kuchen | cake | food baked
    das messer messer | knife knives | thing ware blade portable
    der tee - | tea | drink warm
    die tomate tomaten | tomato tomatoes | food vegetable fresh
    der topf töpfe | pot | thing ware portable
    der teller teller | plate | thing ware portable
    der kellner kellner | waiter | person waiter
    die kartoffel kartoffeln | potato potatoes | food vegetable
    der käse - | cheese | food
    das ei eier | egg | food fresh
    die milch - | milk | drink fresh
    der kaffee - | coffee | drink warm
    der löffel löffel | spoon | thing ware portable
    die gabel gabeln | fork | thing ware portable
    das restaurant restaurants | restaurant | place @in/in >in/into
    die soße soßen | sauce | food dish warm
    die flasche flaschen | bottle | thing ware portable
    das rezept rezepte | recipe | text`,
  verbs: `
    kochen kocht gekocht h | cook | person > dish vegetable | cheerful
    essen isst gegessen h | eat ate | person > food | slow
    backen backt gebacken h | bake | person > baked | cheerful
    trinken trinkt getrunken h | drink drank | person > drink | slow
    schneiden schneidet geschnitten h | cut cut | person > vegetable baked | slow careful
    spülen spült gespült h | wash | person > ware | slow careful
    bestellen bestellt bestellt h | order | guest > food drink
    schälen schält geschält h | peel | person > vegetable | slow careful
    vor.bereiten bereitet vorbereitet h | prepare | cook > dish
    probieren probiert probiert h | taste | person > dish baked
    ein.schenken schenkt eingeschenkt h | pour | waiter > drink | careful
    ab.trocknen trocknet abgetrocknet h | dry | person > ware | slow`,
  adjectives: `
    frisch | fresh | 2 | fresh baked vegetable fruit fish
    heiß | hot | 2 | warm
    scharf | sharp | 2 | blade
    lecker | tasty | 0 | food`,
};
