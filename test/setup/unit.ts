// Placeholder: what every unit test needs before it starts goes here.
export {};
