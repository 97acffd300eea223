"""W1 and W2 in SimPy: a process for each customer, a resource for the agents.

Working time: SimPy has no shifts, so its clock counts minutes of working time (see desk.py).
"""

import simpy

import desk


def w1(chance, customers):
    env = simpy.Environment()
    servers = simpy.Resource(env, capacity=desk.SERVERS)
    waits = []

    def customer():
        arrived = env.now
        with servers.request() as turn:
            yield turn
            waits.append(env.now - arrived)
            yield env.timeout(chance.expovariate(desk.SERVICE))

    def source():
        for _ in range(customers):
            yield env.timeout(chance.expovariate(desk.ARRIVAL))
            env.process(customer())

    env.process(source())
    env.run()
    return sum(waits)


def w2(chance, per_day, reopen):
    env = simpy.Environment()
    agent = simpy.PriorityResource(env, capacity=1)
    tally = desk.Tally()

    def ticket(ticket_class):
        while True:
            created = env.now
            tally.open(ticket_class, created)
            with agent.request(priority=ticket_class) as turn:
                yield turn
                yield env.timeout(chance.effort())
            tally.close(ticket_class, created, env.now)
            if chance.random() >= reopen:
                return
            # Leaving the block only schedules the release; a moment of no length lets the agent pick its
            # next ticket before this one joins the queue.
            yield env.timeout(0)

    def source():
        while True:
            yield env.timeout(chance.expovariate(per_day / desk.DAY))
            env.process(ticket(chance.ticket_class()))

    env.process(source())
    env.run(until=desk.HORIZON)
    return tally


if __name__ == "__main__":
    desk.main(f"SimPy {simpy.__version__}", w1, w2)
