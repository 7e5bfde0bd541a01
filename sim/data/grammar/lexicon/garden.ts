import type { TopicTable } from "../parse-lexicon.ts";

export const garden: TopicTable = {
  topic: "garden",
  nouns: `
    der garten gärten | garden | place @in/in >in/into
    die blume blumen | flower | plant flower gift
    der gärtner gärtner | gardener | person
    der baum bäume | tree | plant tree @unter/under
    der apfel äpfel | apple | food fruit
    der vogel vögel | bird | animal bird
    die rose rosen | rose | plant flower gift
    das blatt blätter | leaf leaves | leaf
    die biene bienen | bee | animal insect
    der busch büsche | bush | plant blossoming @hinter/behind
    die wiese wiesen | meadow | place lawn @auf/in >auf/to
    die bank bänke | bench | thing @auf/on
    die birne birnen | pear | food fruit
    der zaun zäune | fence | thing fence repairable @hinter/behind
    die hecke hecken | hedge | plant @hinter/behind
    die kirsche kirschen | cherry | food fruit
    der spaten spaten | spade | thing portable own
    der schmetterling schmetterlinge | butterfly | animal insect
    der teich teiche | pond | place @an/by >zu/to
    die tulpe tulpen | tulip | plant flower gift
    der ast äste | branch | leaf @auf/on
    der igel igel | hedgehog | animal
    der pilz pilze | mushroom | food fruit`,
  verbs: `
    blühen blüht geblüht h | bloom | flower blossoming
    gießen gießt gegossen h | water | person > plant | careful
    wachsen wächst gewachsen s | grow grew | plant | slow
    pflücken pflückt gepflückt h | pick | person > flower fruit | careful
    pflanzen pflanzt gepflanzt h | plant | person > plant | careful
    fallen fällt gefallen s | fall fell | leaf fruit
    zwitschern zwitschert gezwitschert h | chirp | bird | audible
    mähen mäht gemäht h | mow | person > lawn | slow outdoor
    summen summt gesummt h | buzz | insect | audible
    ernten erntet geerntet h | harvest | person > fruit | slow
    graben gräbt gegraben h | dig dug | person | slow
    um.pflanzen pflanzt umgepflanzt h | repot repotted | person > flower | careful`,
  adjectives: `
    bunt | colourful | 4 | flower insect bird leaf lawn
    reif | ripe | 2 | fruit
    grün | green | 4 | leaf tree lawn
    süß | sweet | 2 | fruit baked`,
};
