namespace HyperVLab.Engine.Compute;

/// <summary>What a host does with a virtual machine whose disks are gone: from Windows Server 2016 on.</summary>
public enum CriticalErrorAction
{
    /// <summary>Nothing: its guest finds out by itself.</summary>
    None,

    /// <summary>It is paused until they are back, or its time is over.</summary>
    Pause,
}
