using BenchmarkDotNet.Attributes;
using HyperVLab.Simulation;

namespace HyperVLab.Benchmarks;

/// <summary>The event queue beside the framework's own priority queue, which it stands on.</summary>
public class QueueBenchmarks
{
    private const int Events = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public int Floor()
    {
        var queue = new PriorityQueue<Tick, (TimeSpan Due, long Sequence)>();
        for (int number = 0; number < Events; number++)
        {
            queue.Enqueue(new Tick(number), (Due(number), number));
        }

        int sum = 0;
        while (queue.TryDequeue(out Tick? next, out _))
        {
            sum += next.Number;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public int Scheduler()
    {
        var scheduler = new Scheduler<Tick>();
        for (int number = 0; number < Events; number++)
        {
            scheduler.Schedule(Due(number), new Tick(number));
        }

        int sum = 0;
        while (scheduler.TryTake(null, out ScheduledEvent<Tick> next))
        {
            sum += next.Event.Number;
        }

        return sum;
    }

    private static TimeSpan Due(int number) => TimeSpan.FromTicks((number * 7919L) % 100_003);

    private sealed record Tick(int Number) : IScheduled
    {
        public bool IsBackground => false;
    }
}
