/** Id of the framework that holds an institution's rules which no framework names. */
export const houseFramework = 'house-rules';
