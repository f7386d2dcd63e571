using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Tests.Operations;

/// <summary>Keeps what it is told, at once and on the thread that tells.</summary>
internal sealed class HeardProgress : IProgress<DiskProgress>
{
    private readonly Lock _door = new();

    public List<DiskProgress> Heard { get; } = [];

    public HashSet<int> Threads { get; } = [];

    public Func<DiskProgress, bool>? When { get; init; }

    public Action? Do { get; init; }

    public void Report(DiskProgress value)
    {
        lock (_door)
        {
            Heard.Add(value);
            Threads.Add(Environment.CurrentManagedThreadId);
        }

        if (When?.Invoke(value) == true)
        {
            Do?.Invoke();
        }
    }
}
