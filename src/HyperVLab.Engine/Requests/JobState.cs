namespace HyperVLab.Engine.Requests;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Its operation goes on.</summary>
    Running,

    /// <summary>It ended and did what was asked.</summary>
    Completed,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
