namespace HyperVLab.Engine.Management;

/// <summary>One step of a course.</summary>
/// <param name="Name">What the job calls it.</param>
/// <param name="Depth">How deep it stands in the job's tree of steps.</param>
internal sealed record CourseStep(string Name, int Depth)
{
    /// <summary>Whether the machine that its operation makes is whole already: only to be started.</summary>
    public bool IsOfWholeMachine { get; init; }

    /// <summary>What it begins, which may fail at once; null for nothing.</summary>
    public Func<LabState, VmmOperation, StepFailure?> Begins { get; init; } = static (_, _) => null;

    /// <summary>How long it takes; null while it waits for something that ends it.</summary>
    public Func<LabState, VmmOperation, TimeSpan?> Duration { get; init; } = static (_, _) => TimeSpan.Zero;

    /// <summary>What is refused when it begins and when it ends; null for nothing.</summary>
    public Func<LabState, VmmOperation, StepFailure?> Fails { get; init; } = Agents.Lost;

    /// <summary>What it writes to files when its time is over; why it could not, null where it could.</summary>
    public Func<LabState, VmmOperation, StepFailure?> Writes { get; init; } = static (_, _) => null;

    /// <summary>What it has changed when it ends.</summary>
    public Action<LabState, VmmOperation> Ends { get; init; } = static (_, _) => { };

    /// <summary>What it lets go of when its operation is halted in it.</summary>
    public Action<LabState, VmmOperation> Halts { get; init; } = static (_, _) => { };

    /// <summary>A step of a fixed duration.</summary>
    public static CourseStep Of(
        string name, int depth, TimeSpan duration, Action<LabState, VmmOperation>? ends = null) => new(name, depth)
        {
            Duration = (_, _) => duration,
            Ends = ends ?? (static (_, _) => { }),
        };
}
