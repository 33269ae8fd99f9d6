/** Takes all that a core has left, and does nothing with it, until it is ended: what a machine makes of that is not the server's doing. */
while (performance.now() > 0) Math.random();
