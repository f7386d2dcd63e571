@{
    Severity     = @('Error', 'Warning', 'Information')
    ExcludeRules = @(
        # To take the names of others is what a stand-in is for, and their parameters, of which not all mean something.
        'PSAvoidOverwritingBuiltInCmdlets'
        'PSReviewUnusedParameter'
        'PSUseShouldProcessForStateChangingFunctions'
        # What it exports depends on what the lab has.
        'PSUseToExportFieldsInManifest'
    )
}
