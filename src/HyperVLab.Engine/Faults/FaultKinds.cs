using static HyperVLab.Engine.Faults.FaultKind;

namespace HyperVLab.Engine.Faults;

/// <summary>What is common to the faults of a kind.</summary>
internal static class FaultKinds
{
    /// <summary>What faults of the kind befall.</summary>
    public static FaultScope ScopeOf(FaultKind kind) => kind switch
    {
        AdapterDown or SwitchPortDown => FaultScope.Adapter,
        PathDown => FaultScope.Path,
        ControllerDown => FaultScope.Controller,
        LunLost or LunFull or SlowIO or IOErrors => FaultScope.Luns,
        NetworkLoss or NetworkDelay or NetworkPartition => FaultScope.Network,
        VMCrash or GuestHang => FaultScope.Machines,
        ProcessKill => FaultScope.Process,
        WitnessLost => FaultScope.Cluster,
        _ => FaultScope.Computers,
    };

    /// <summary>Whether faults of the kind are over by themselves once the system has got up again.</summary>
    public static bool EndsByItself(FaultKind kind) => kind is HostCrash or HostRestart or VMCrash or ProcessKill;

    /// <summary>The parameters of Add-LabFault that name what faults of the kind befall.</summary>
    public static IReadOnlyList<string> ParametersOf(FaultKind kind) => ScopeOf(kind) switch
    {
        FaultScope.Adapter => ["ComputerName", "NetAdapterName"],
        FaultScope.Path => ["ComputerName", "StorageArray", "Number"],
        FaultScope.Controller => ["StorageArray", "Number"],
        FaultScope.Network when kind == NetworkLoss => ["ComputerName", "LossPercent"],
        FaultScope.Network when kind == NetworkDelay => ["ComputerName", "Delay"],
        FaultScope.Luns when kind == SlowIO => ["Delay"],
        FaultScope.Luns when kind == IOErrors => ["ErrorPercent"],
        FaultScope.Luns => ["Lun"],
        FaultScope.Machines => ["VMName"],
        FaultScope.Cluster => ["Cluster"],
        FaultScope.Process => [],
        _ => ["ComputerName"],
    };

    /// <summary>The parameters of Add-LabFault that may say more of what faults of the kind befall.</summary>
    public static IReadOnlyList<string> OptionsOf(FaultKind kind) => ScopeOf(kind) switch
    {
        FaultScope.Network => ["ToComputerName", "OneWay"],
        FaultScope.Process => ["AfterWrites"],
        FaultScope.Luns when kind == LunLost => ["ComputerName"],
        FaultScope.Luns when TakesArray(kind) => ["Lun", "StorageArray"],
        _ => [],
    };

    /// <summary>Whether faults of the kind befall logical units, or all of an array.</summary>
    public static bool TakesArray(FaultKind kind) => kind is SlowIO or IOErrors;

    /// <summary>What the log calls a fault of the kind.</summary>
    public static string TextOf(FaultKind kind) => kind switch
    {
        HostPowerLoss => "power loss",
        HostCrash => "crash of the parent partition",
        HostRestart => "restart",
        HostHang => "hang of the parent partition",
        AdapterDown => "network adapter failure",
        SwitchPortDown => "switch port failure",
        PathDown => "loss of a storage path",
        AllPathsDown => "loss of all storage paths",
        ControllerDown => "storage controller failure",
        LunLost => "loss of a logical unit",
        LunFull => "exhausted storage pool",
        SlowIO => "slow transfers",
        IOErrors => "failing transfers",
        AgentUnreachable => "unreachable management agent",
        NetworkLoss => "lost frames",
        NetworkDelay => "late frames",
        NetworkPartition => "network partition",
        VMCrash => "crash of a virtual machine",
        GuestHang => "hang of a guest",
        ProcessKill => "kill",
        _ => "loss of the witness",
    };
}
