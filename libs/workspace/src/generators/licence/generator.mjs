export default async function licence(tree, options) { console.log(options); }
