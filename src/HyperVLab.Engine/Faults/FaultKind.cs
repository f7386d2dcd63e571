namespace HyperVLab.Engine.Faults;

/// <summary>What can break.</summary>
public enum FaultKind
{
    /// <summary>Computers lose their power; with its return they boot again.</summary>
    HostPowerLoss,

    /// <summary>The parent partition crashes with a bugcheck, which boots it again.</summary>
    HostCrash,

    /// <summary>Computers are restarted cleanly.</summary>
    HostRestart,

    /// <summary>
    /// The parent partition hangs, and every virtual machine with it: links stay up, but nothing answers.
    /// </summary>
    HostHang,

    /// <summary>A physical network adapter fails.</summary>
    AdapterDown,

    /// <summary>The switch port that an adapter is plugged into fails; plugged in elsewhere, it has a link.</summary>
    SwitchPortDown,

    /// <summary>One path of a computer to a storage array is out.</summary>
    PathDown,

    /// <summary>All paths of computers to storage arrays are out.</summary>
    AllPathsDown,

    /// <summary>A controller of a storage array fails, with every path to it.</summary>
    ControllerDown,

    /// <summary>Logical units are gone, from every computer or from some.</summary>
    LunLost,

    /// <summary>The pool of which logical units are made is exhausted: writes that need new room fail.</summary>
    LunFull,

    /// <summary>The transfers of logical units, or of all of an array, take longer.</summary>
    SlowIO,

    /// <summary>Some of the transfers of logical units, or of all of an array, fail.</summary>
    IOErrors,

    /// <summary>The management agent of computers (WMI, WinRM, RPC) answers nobody over the network.</summary>
    AgentUnreachable,

    /// <summary>Some of the frames between computers are lost.</summary>
    NetworkLoss,

    /// <summary>Frames between computers are late.</summary>
    NetworkDelay,

    /// <summary>No frame gets from some computers to others.</summary>
    NetworkPartition,

    /// <summary>Virtual machines quit unexpectedly.</summary>
    VMCrash,

    /// <summary>Guests hang: their heartbeat is lost, and they answer nothing.</summary>
    GuestHang,

    /// <summary>The process that holds the lab is killed, where somebody in it asked for that.</summary>
    ProcessKill,

    /// <summary>The witness of a cluster, disk or share, is gone.</summary>
    WitnessLost,
}
