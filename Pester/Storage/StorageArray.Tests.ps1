BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabChassis BCS | Out-Null
    'HOST1', 'HOST2' | Add-LabHost -Chassis BCS | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Storage arrays' {
    It 'are built into every computer' {
        (Get-LabStorageArray 'HOST1 local').CapacityBytes | Should -Be 68GB
        (Get-LabStorageArray 'HOST1 local').LocalTo | Should -Be 'HOST1'
    }

    It 'are added to a chassis, whose blades reach them over both fabrics' {
        $array = Add-LabStorageArray RSSM -Chassis BCS
        $array.Chassis | Should -Be 'BCS'
        $array.FreeBytes | Should -Be $array.CapacityBytes
        (Get-LabStoragePath -StorageArray RSSM).Count | Should -Be 4
        (Get-LabStoragePath HOST1).Number | Should -Be 0, 1
    }

    It 'are unique by name, ignoring case' {
        { Add-LabStorageArray rssm -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.AddLabStorageArrayCommand'
        { Add-LabStorageArray 'a*' -ErrorAction Stop } | Should -Throw '*wildcards*'
        { Add-LabStorageArray X -CapacityBytes 0 -ErrorAction Stop } | Should -Throw '*0 bytes*'
    }

    It 'are found by wildcards, and an unknown one is an error' {
        (Get-LabStorageArray R*).Name | Should -Be 'RSSM'
        Get-LabStorageArray x* | Should -BeNullOrEmpty
        { Get-LabStorageArray none -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.GetLabStorageArrayCommand'
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Add-LabStorageArray OTHER -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Paths to storage' {
    It 'are cut and given back' {
        Get-LabStoragePath HOST1 -Number 0 | Disconnect-LabStoragePath
        (Get-LabStoragePath HOST1).State | Should -Be 'Down', 'Up'
        (Get-LabEvent | Where-Object Source -EQ mpio).Message | Should -Match 'was lost'
        (Connect-LabStoragePath HOST1 0 -PassThru).State | Should -Be 'Up'
    }

    It 'are cut once only' {
        { Connect-LabStoragePath HOST1 0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidOperation,HyperVLab.Commands.Storage.ConnectLabStoragePathCommand'
        { Disconnect-LabStoragePath HOST1 9 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.DisconnectLabStoragePathCommand'
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Disconnect-LabStoragePath HOST1 0 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
