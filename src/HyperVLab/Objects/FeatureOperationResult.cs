using HyperVLab.Engine.Hosts;

namespace HyperVLab.Objects;

/// <summary>What installing or removing features came to, as Install-LabWindowsFeature writes it.</summary>
public sealed class FeatureOperationResult
{
    internal FeatureOperationResult(
        string computerName, IReadOnlyList<WindowsFeature> wanted, IReadOnlyList<WindowsFeature> changed)
    {
        ComputerName = computerName;
        FeatureResult = [.. changed];
        bool restart = wanted.Any(static feature =>
            feature.InstallState is FeatureState.InstallPending or FeatureState.UninstallPending);
        RestartNeeded = restart ? "Yes" : "No";
        ExitCode = restart ? "SuccessRestartRequired" : changed.Count == 0 ? "NoChangeNeeded" : "Success";
    }

    /// <summary>Whether it was done; what fails is an error instead.</summary>
    public bool Success { get; } = true;

    /// <summary>Whether the computer has to be restarted for it: Yes or No.</summary>
    public string RestartNeeded { get; }

    /// <summary>Success, SuccessRestartRequired or NoChangeNeeded.</summary>
    public string ExitCode { get; }

    /// <summary>The roles and features that were changed.</summary>
    public WindowsFeature[] FeatureResult { get; }

    /// <summary>The computer.</summary>
    public string ComputerName { get; }
}
