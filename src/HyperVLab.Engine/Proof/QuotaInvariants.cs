using HyperVLab.Engine.Management.Roles;

namespace HyperVLab.Engine.Proof;

/// <summary>Nobody's virtual machines take more quota points than his role gives.</summary>
internal static class QuotaInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        foreach (UserRole role in lab.UserRoles)
        {
            if (role.QuotaPoint is { } quota && Quotas.MostTaken(lab, role, role.QuotaPerUser) is var taken
                && taken > quota)
            {
                findings.Add(
                    LabInvariant.QuotasAreKept, role.Name, $"{taken} quota points are taken, and {quota} are given.");
            }
        }
    }
}
