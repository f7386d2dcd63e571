namespace HyperVLab.Engine.Hosts;

/// <summary>What the area's jobs tell their user.</summary>
internal static class HostWarnings
{
    /// <summary>As the real Rename-Computer and Add-Computer say it.</summary>
    public static string TakesEffectAfterRestart(string computer) =>
        $"The changes will take effect after you restart the computer {computer}.";

    /// <summary>As the real Install-WindowsFeature says it.</summary>
    public static string RestartFinishesInstallation(string computer) =>
        $"You must restart {computer} to finish the installation process.";

    /// <summary>As the real Uninstall-WindowsFeature says it.</summary>
    public static string RestartFinishesRemoval(string computer) =>
        $"You must restart {computer} to finish the removal process.";
}
