namespace HyperVLab.Engine.Hosts;

/// <summary>What can be done to a physical computer's power and operating system.</summary>
public enum ComputerAction
{
    /// <summary>Install an operating system on the bare computer.</summary>
    Install,

    /// <summary>Switch it on.</summary>
    Start,

    /// <summary>Shut the operating system down, which switches it off.</summary>
    ShutDown,

    /// <summary>Shut down and boot again.</summary>
    Restart,

    /// <summary>Cut its power, as the chassis' management module does.</summary>
    CutPower,

    /// <summary>Stop with a bugcheck: write a dump and boot again.</summary>
    Crash,
}
