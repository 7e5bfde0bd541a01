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
    der wald wälder | forest | place forest @in/in >in/into
    das tal täler | valley | place valley @in/in >in/into
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
    regnen regnet geregnet h | rain | es | outdoor
    scheinen scheint geschienen h | shine shone | sun | outdoor
    wehen weht geweht h | blow blew | wind | outdoor
    wandern wandert gewandert s | hike | person | motion slow cheerful outdoor
    schneien schneit geschneit h | snow | es | outdoor
    zerstören zerstört zerstört h | destroy | storm > building | outdoor
    auf.gehen geht aufgegangen s | rise rose | sun | outdoor
    besteigen besteigt bestiegen h | climb | climber > mountain | placeless careful
    bedecken bedeckt bedeckt h | cover | snow fog > mountain settlement | placeless still
    unter.gehen geht untergegangen s | set set | sun | outdoor
    schmelzen schmilzt geschmolzen s | melt | ice | slow
    donnern donnert gedonnert h | thunder | es | outdoor
    leuchten leuchtet geleuchtet h | shine shone | star | outdoor
    erreichen erreicht erreicht h | reach | climber > settlement mountain | placeless
    mit.nehmen nimmt mitgenommen h | take_along took | person > umbrella
    toben tobt getobt h | rage | storm | outdoor
    steigen steigt gestiegen s | rise rose | measure price | placeless slow`,
  adjectives: `
    kalt | cold | 2 | wind snow river drink state
    stark | strong | 2 | wind storm player team animal
    schlecht | bad | 0 | climate storm road state
    dicht | thick | 2 | fog cloud forest
    tief | deep | 1 | snow river valley`,
};
