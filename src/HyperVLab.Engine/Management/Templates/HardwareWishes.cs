namespace HyperVLab.Engine.Management;

/// <summary>Checks and carries out wishes for hardware.</summary>
internal static class HardwareWishes
{
    /// <summary>Refuses hardware that no virtual machine has.</summary>
    /// <exception cref="Engine.Requests.LabException">None has it.</exception>
    public static void Demand(IHardwareWish wish)
    {
        if (wish.CPUCount is < 1 or > TemplateSettings.MaximumProcessors)
        {
            throw TemplateErrors.Processors.For(null, TemplateSettings.Text(wish.CPUCount.Value));
        }

        if (wish.MemoryMB is < TemplateSettings.MinimumMemoryMB or > TemplateSettings.MaximumMemoryMB)
        {
            throw TemplateErrors.Memory.For(null, TemplateSettings.Text(wish.MemoryMB.Value));
        }
    }

    /// <summary>Settings with what somebody wants changed.</summary>
    public static HardwareSettings Apply(IHardwareWish wish, HardwareSettings settings) => new(
        wish.CPUCount ?? settings.CPUCount,
        wish.MemoryMB ?? settings.MemoryMB,
        wish.CPULimitForMigration ?? settings.CPULimitForMigration)
    {
        HighlyAvailable = wish.HighlyAvailable ?? settings.HighlyAvailable,
    };
}
