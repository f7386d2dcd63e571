namespace HyperVLab.Engine.Compute;

/// <summary>What goes on inside a virtual machine, as far as the lab knows it.</summary>
public enum GuestState
{
    /// <summary>Nothing: the machine is off or saved.</summary>
    None,

    /// <summary>An operating system boots.</summary>
    Booting,

    /// <summary>An operating system runs.</summary>
    Running,

    /// <summary>An operating system shuts down.</summary>
    ShuttingDown,

    /// <summary>The firmware found nothing to boot.</summary>
    NoOperatingSystem,

    /// <summary>An operating system began to boot and stopped, as it did not find its disk (stop 0x7B).</summary>
    BugCheck,

    /// <summary>An operating system was loaded and answers nothing any more.</summary>
    Hung,
}
