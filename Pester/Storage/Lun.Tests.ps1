BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    'HOST1', 'HOST2' | Add-LabHost | Out-Null
    Add-LabStorageArray SAN -CapacityBytes 1TB | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'LUNs' {
    It 'are carved out of the only array' {
        $lun = New-LabLun Quorum 10GB
        $lun.StorageArray | Should -Be 'SAN'
        $lun.PartitionStyle | Should -Be 'RAW'
        (Get-LabStorageArray SAN).FreeBytes | Should -Be (1TB - 10GB)
    }

    It 'take the array from the pipeline' {
        (Get-LabStorageArray SAN | New-LabLun CSV1 -SizeBytes 100GB).SizeBytes | Should -Be 100GB
    }

    It 'refuse sizes and names that cannot be' -ForEach @(
        @{ Name = 'Big'; SizeBytes = 2TB }
        @{ Name = 'Zero'; SizeBytes = 0 }
        @{ Name = 'Negative'; SizeBytes = -1 }
        @{ Name = 'Odd'; SizeBytes = 100000001 }
        @{ Name = 'a?'; SizeBytes = 1GB }
        @{ Name = 'quorum'; SizeBytes = 1GB }
    ) {
        $hash = (Get-LabStorageArray SAN).FreeBytes
        { New-LabLun $Name $SizeBytes -ErrorAction Stop } | Should -Throw
        (Get-LabStorageArray SAN).FreeBytes | Should -Be $hash
    }

    It 'are mapped to several hosts at once' {
        $mappings = Get-LabLun Quorum, CSV1 | Add-LabLunMapping -ComputerName HOST1, HOST2
        $mappings.LunNumber | Should -Be 0, 0, 1, 1
        (Get-LabLun Quorum).MappedTo | Should -Be 'HOST1', 'HOST2'
        (Get-LabLunMapping -ComputerName HOST2).Lun | Should -Be 'Quorum', 'CSV1'
        (Get-LabLunMapping CSV1).ComputerName | Should -Be 'HOST1', 'HOST2'
    }

    It 'are mapped once only' {
        { Add-LabLunMapping Quorum -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.AddLabLunMappingCommand'
    }

    It 'are removed when nobody sees them' {
        { Remove-LabLun CSV1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidOperation,HyperVLab.Commands.Storage.RemoveLabLunCommand'
        Get-LabLunMapping CSV1 | Remove-LabLunMapping | Should -BeNullOrEmpty
        Get-LabLun CSV1 | Remove-LabLun | Should -BeNullOrEmpty
        Get-LabLun CSV* | Should -BeNullOrEmpty
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        New-LabLun X 1GB -WhatIf
        Remove-LabLunMapping Quorum -ComputerName HOST1 -WhatIf
        Add-LabLunMapping Quorum -ComputerName HOST1 -WhatIf
        Remove-LabLun Quorum -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'are completed by name' {
        (TabExpansion2 'Get-LabLun Qu').CompletionMatches.CompletionText | Should -Contain 'Quorum'
        (TabExpansion2 'New-LabLun X 1GB -StorageArray S').CompletionMatches.CompletionText | Should -Contain 'SAN'
    }
}
