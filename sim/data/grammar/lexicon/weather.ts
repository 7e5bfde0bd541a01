import type { TopicTable } from "../parse-lexicon.ts";

export const weather: TopicTable = {
  topic: "weather",
  nouns: `
    der wind - | wind | wind
    der wanderer wanderer | hiker | person climber
    die sonne - the | sun | sun
    der sturm stürme | storm | storm event
    der berg berge | mountain | mountain @auf/on
    die wolke wolken | cloud | cloud
    das dorf dörfer | village | place settlement @in/in >in/into
    der schnee - | snow | snow
    der wald wälder | forest | place @in/in >in/into
    das tal täler | valley | place @in/in >in/into
    die hütte hütten | hut | building settlement repairable @in/in >in/into
    der regenschirm regenschirme | umbrella | thing portable umbrella own
    der fluss flüsse | river | river @an/by >zu/to
    der mond - the | moon | sun
    der stern sterne | star | star
    der nebel - | fog | fog
    das gewitter gewitter | thunderstorm | storm event
    der bergsteiger bergsteiger | climber | person climber
    das wetter - the | weather | climate
    der see seen gen:sees | lake | river @an/by >zu/to
    das eis - | ice | ice
    der gipfel gipfel | summit | mountain @auf/on of:mountain
    die temperatur temperaturen | temperature | measure`,
  verbs: `
    regnen regnet geregnet h | rain | es
    scheinen scheint geschienen h | shine shone | sun
    wehen weht geweht h | blow blew | wind
    wandern wandert gewandert s | hike | person | motion
    schneien schneit geschneit h | snow | es
    zerstören zerstört zerstört h | destroy | storm > building
    auf.gehen geht aufgegangen s | rise rose | sun
    besteigen besteigt bestiegen h | climb | climber > mountain | placeless
    bedecken bedeckt bedeckt h | cover | snow fog > mountain settlement | placeless still
    unter.gehen geht untergegangen s | set set | sun
    schmelzen schmilzt geschmolzen s | melt | ice
    donnern donnert gedonnert h | thunder | es
    leuchten leuchtet geleuchtet h | shine shone | star
    erreichen erreicht erreicht h | reach | climber > settlement mountain | placeless
    mit.nehmen nimmt mitgenommen h | take_along took | person > umbrella
    toben tobt getobt h | rage | storm
    steigen steigt gestiegen s | rise rose | measure price | placeless`,
  adjectives: `
    kalt | cold | 2 | wind snow river drink state
    stark | strong | 2 | wind storm coffee player team animal
    schlecht | bad | 0 | climate storm road state
    dicht | thick | 2 | fog cloud forest
    tief | deep | 1 | snow river valley`,
};
