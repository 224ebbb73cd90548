using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PbfFieldBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WaitingNewestFirst : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_Status_Area",
                table: "Submissions");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Status_Id",
                table: "Submissions",
                columns: new[] { "Status", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_Status_Id",
                table: "Submissions");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Status_Area",
                table: "Submissions",
                columns: new[] { "Status", "Area" });
        }
    }
}
