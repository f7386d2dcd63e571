namespace HyperVLab.Disks.P2V;

/// <summary>
/// Drivers of storage controllers that no virtual machine has: those that Windows 2000 to Server 2016 bring along or
/// that makers of servers add, by their services' names.
/// </summary>
internal static class FormerDrivers
{
    private static readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        // LSI, Dell PERC and Symbios
        "lsi_sas", "lsi_sas2", "lsi_sas2i", "lsi_sas3", "lsi_sas3i", "lsi_scsi", "lsi_fc", "lsi_sss", "megasas",
        "megasas2", "megasas2i", "megasas35i", "megasr", "mraid35x", "percsas2i", "percsas3i", "symmpi", "symc810",
        "symc8xx", "sym_hi", "sym_u3", "mpt2sas", "mpi3drvi",

        // Adaptec and 3ware
        "adp94xx", "adp80xx", "adpahci", "adpu160m", "adpu320", "aic78u2", "aic78xx", "aac", "arc", "arcsas", "3ware",
        "hptiop",

        // HP and Compaq
        "cpqcissm", "hpcissm", "hpcissm2", "hpcisss", "hpcisss2", "hpsamd", "cpqarray", "cpqarry2", "cpqfcalm",
        "smartpqi", "smartsamd",

        // Fibre Channel and iSCSI adapters
        "ql1080", "ql10wnt", "ql12160", "ql1240", "ql1280", "ql2100", "ql2200", "ql2300", "ql2300i", "ql40xx",
        "ql40xx2i", "elxstor", "elxfcoe", "lpxnds", "bfad", "bfadi", "bfadfcoe", "bfadfcoei", "bxfcoe", "bxois",
        "be2iscsi",

        // Chipsets
        "iastor", "iastora", "iastorv", "iastorav", "iastoravc", "nvraid", "nvstor", "nvstor32", "nvstor64", "amdsata",
        "amdsbs", "amdxata", "vsmraid", "viamraid", "vstxraid", "sisraid2", "sisraid4", "stexstor", "ultra", "ulsata",
        "ulsata2",

        // Older ones
        "dac2w2k", "dac960nt", "asc", "asc3350p", "asc3550", "ini910u", "ipsraidn", "nfrd960", "iirsp", "ite8212",
    };

    /// <summary>Whether a service drives such a controller.</summary>
    public static bool Has(string service) => _names.Contains(service);
}
