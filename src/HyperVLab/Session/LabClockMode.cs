namespace HyperVLab;

/// <summary>What moves a lab's time.</summary>
public enum LabClockMode
{
    /// <summary>Cmdlets that wait, and Step-LabClock: nothing happens in between.</summary>
    Manual,

    /// <summary>The clock of this computer, times a speed.</summary>
    Follow,
}
