namespace HyperVLab.Engine.Management;

/// <summary>The steps of conversions, as Virtual Machine Manager's jobs name them.</summary>
internal static class ConversionCourse
{
    private static readonly CourseStep s_begin = new("Create virtual machine from physical computer", 0)
    {
        Fails = ConversionFailures.Of,
    };

    private static readonly CourseStep s_addAgent = new("Add source machine agent", 1)
    {
        Duration = static (_, _) => ManagementSettings.AgentSetup,
        Fails = ConversionFailures.WithSource,
    };

    private static readonly CourseStep s_collect = new("Collect machine configuration", 1)
    {
        Duration = static (_, _) => ManagementSettings.HostRefresh,
        Fails = ConversionFailures.WithBlockers,
    };

    private static readonly CourseStep s_removeAgent = new("Remove source machine agent", 1)
    {
        Duration = static (_, _) => ManagementSettings.AgentSetup,
        Fails = ConversionFailures.WithSource,
    };

    private static readonly CourseStep s_copy = new("Copy hard disk", 1)
    {
        Begins = ConversionCopy.Begin,
        Duration = static (lab, operation) => ConversionCopy.IsDone(lab, operation) ? TimeSpan.Zero : null,
        Fails = ConversionFailures.Of,
        Halts = ConversionCopy.Halt,
        Ends = Transfers.Forget,
    };

    private static readonly CourseStep s_release = new("Shut down or restart source machine", 1)
    {
        Begins = ConversionSource.Release,
        Duration = static (lab, operation) =>
            Conversions.Of(lab, operation).Wait == ConversionWait.None ? TimeSpan.Zero : null,
        Fails = ConversionFailures.Of,
    };

    /// <summary>From copied disks to a virtual machine.</summary>
    public static IReadOnlyList<CourseStep> Making { get; } =
    [
        new("Make operating system virtualizable", 1)
        {
            Duration = static (_, _) => ConversionSettings.Virtualizing,
            Fails = ConversionFailures.Of,
        },
        new("Create virtual machine", 1)
        {
            Duration = static (_, _) => ManagementSettings.HostRefresh,
            Fails = ConversionFailures.WithConfiguration,
            Ends = ConversionResult.Make,
        },
        new("Install virtual machine components", 1)
        {
            Duration = static (lab, operation) =>
                Conversions.Of(lab, operation).Machine.GetsServices
                    ? ConversionSettings.Components
                    : TimeSpan.Zero,
            Fails = ConversionFailures.Of,
        },
        new("Start virtual machine", 1)
        {
            IsOfWholeMachine = true,
            Begins = ConversionResult.Start,
            Fails = ConversionFailures.Of,
        },
    ];

    /// <summary>While the server runs: what is copied is a snapshot of its volumes.</summary>
    public static IReadOnlyList<CourseStep> Online { get; } =
    [
        s_begin,
        s_addAgent,
        s_collect,
        new("Create volume snapshot", 1)
        {
            Duration = static (_, _) => ConversionSettings.Snapshot,
            Fails = ConversionFailures.WithSource,
            Ends = ConversionCopy.TakeSnapshot,
        },
        s_copy,
        s_removeAgent,
        s_release,
        .. Making,
    ];

    /// <summary>By way of Windows PE: the server does nothing else meanwhile.</summary>
    public static IReadOnlyList<CourseStep> Offline { get; } =
    [
        s_begin,
        s_addAgent,
        s_collect,
        s_removeAgent,
        new("Boot source machine into Windows PE", 1)
        {
            Begins = ConversionSource.BootPreinstallation,
            Duration = static (lab, operation) =>
                Conversions.Of(lab, operation).Wait == ConversionWait.None ? TimeSpan.Zero : null,
            Fails = ConversionFailures.WithBlockers,
            Halts = ConversionSource.GiveBack,
            Ends = ConversionCopy.TakeSnapshot,
        },
        s_copy,
        s_release,
        .. Making,
    ];
}
