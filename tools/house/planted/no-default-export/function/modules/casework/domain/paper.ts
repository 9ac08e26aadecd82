export default function decide() {}
