"""W1 and W2 in salabim: a component for each customer, a resource for the agents.

Working time: salabim has no shifts under which a hold pauses, so its clock counts minutes of working
time (see desk.py). Monitors that nobody reads and the trace are off; the processes are generators.
"""

import salabim as sim

import desk

sim.yieldless(False)


def quiet_resource(env, capacity):
    """A resource that keeps no statistics of its own."""
    resource = sim.Resource("agents", capacity=capacity, monitor=False, env=env)
    resource.reset_monitors(monitor=False)
    return resource


class Customer(sim.Component):
    def process(self):
        world, arrived = self.env.world, self.env.now()
        yield self.request(world["servers"])
        world["waited"] += self.env.now() - arrived
        yield self.hold(world["chance"].expovariate(desk.SERVICE))
        self.release()


class CustomerSource(sim.Component):
    def process(self):
        world = self.env.world
        for _ in range(world["customers"]):
            yield self.hold(world["chance"].expovariate(desk.ARRIVAL))
            Customer(env=self.env)


class Ticket(sim.Component):
    def setup(self, ticket_class):
        self.ticket_class = ticket_class

    def process(self):
        world = self.env.world
        chance, tally, agent = world["chance"], world["tally"], world["agent"]
        while True:
            created = self.env.now()
            tally.open(self.ticket_class, created)
            yield self.request((agent, 1, self.ticket_class))
            yield self.hold(chance.effort())
            self.release()
            tally.close(self.ticket_class, created, self.env.now())
            # The agent has its next ticket already: the release handed it over.
            if chance.random() >= world["reopen"]:
                return


class TicketSource(sim.Component):
    def process(self):
        chance, rate = self.env.world["chance"], self.env.world["per_day"] / desk.DAY
        while True:
            yield self.hold(chance.expovariate(rate))
            Ticket(env=self.env, ticket_class=chance.ticket_class())


def w1(chance, customers):
    env = sim.Environment(trace=False, random_seed="*")
    env.world = {"chance": chance, "customers": customers, "waited": 0.0}
    env.world["servers"] = quiet_resource(env, desk.SERVERS)
    CustomerSource(env=env)
    env.run()
    return env.world["waited"]


def w2(chance, per_day, reopen):
    env = sim.Environment(trace=False, random_seed="*")
    tally = desk.Tally()
    env.world = {"chance": chance, "tally": tally, "per_day": per_day, "reopen": reopen}
    env.world["agent"] = quiet_resource(env, 1)
    TicketSource(env=env)
    env.run(till=desk.HORIZON)
    return tally


if __name__ == "__main__":
    desk.main(f"salabim {sim.__version__}", w1, w2)
