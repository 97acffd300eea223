"""W1 and W2 in Ciw: a network of one node, priority classes, routing back for tickets that return.

Working time: Ciw's server schedules can pause service, but its arrivals know no working hours, so its
clock counts minutes of working time (see desk.py). The library keeps a record of every visit and the
counters are made from the records: that is its way. Its own generators draw.
"""

import ciw

import desk


def w1(chance, customers):
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=desk.ARRIVAL)],
        service_distributions=[ciw.dists.Exponential(rate=desk.SERVICE)],
        number_of_servers=[desk.SERVERS],
    )
    ciw.seed(chance.getrandbits(32))
    run = ciw.Simulation(network)
    run.simulate_until_max_customers(customers, method="Finish")
    records = run.get_all_records(only=["service"])
    # A few more than asked for may have finished with the last event.
    return sum(it.waiting_time for it in records) / len(records) * customers


def w2(chance, per_day, reopen):
    names = ["emergency", "standard", "consultation"]
    arrivals, services, routing = {}, {}, {}
    for name, share in zip(names, desk.SHARES):
        arrivals[name] = [ciw.dists.Exponential(rate=per_day * share / desk.DAY)]
        services[name] = [ciw.dists.Lognormal(mean=desk.MU, sd=desk.SIGMA)]
        routing[name] = [[reopen]]
    network = ciw.create_network(
        arrival_distributions=arrivals,
        service_distributions=services,
        routing=routing,
        number_of_servers=[1],
        priority_classes={name: it for it, name in enumerate(names)},
    )
    ciw.seed(chance.getrandbits(32))
    run = ciw.Simulation(network)
    run.simulate_until_max_time(desk.HORIZON)
    tally = desk.Tally()
    for record in run.get_all_records(only=["service"]):
        ticket_class = names.index(record.customer_class)
        tally.open(ticket_class, record.arrival_date)
        if record.exit_date < desk.HORIZON:
            tally.close(ticket_class, record.arrival_date, record.exit_date)
    # Visits that the horizon cut short have no record: those tickets entered too.
    for individual in run.nodes[1].all_individuals:
        tally.open(names.index(individual.customer_class), individual.arrival_date)
    return tally


if __name__ == "__main__":
    desk.main(f"Ciw {ciw.__version__}", w1, w2)
